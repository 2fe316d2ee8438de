import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import type { CryptoKey, JWTPayload } from 'jose';

const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'key-1';

/** What a token says; what is left out is what a good one says. */
export interface TokenChanges {
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now to the end of it. */
  readonly lifeSeconds?: number;
  /** The address that the bot's answers go to, as the token binds it. */
  readonly serviceUrl?: string;
  /** Signed by nobody, or by a key that the issuer does not publish. */
  readonly signed?: 'not' | 'byAnother';
}

/** An OpenID issuer on this machine that makes the tokens with which Teams calls a bot. */
export interface LocalIssuer {
  readonly issuer: string;
  readonly metadataUrl: string;
  /** The value of a header `Authorization`. */
  token(appId: string, serviceUrl: string, changes?: TokenChanges): Promise<string>;
  stop(): Promise<void>;
}

/** Starts one whose only key vouches for Teams, as the Bot Framework's keys name the channels that they vouch for. */
export async function startTokenIssuer(): Promise<LocalIssuer> {
  const [own, another] = [await generateKeyPair('RS256', { extractable: true }), await generateKeyPair('RS256')];
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  app.get('/openid', (_request, response) => void response.json({ issuer: ISSUER, jwks_uri: `${address}/keys`, id_token_signing_alg_values_supported: ['RS256'] }));
  const key = { ...(await exportJWK(own.publicKey)), kid: KEY_ID, use: 'sig', endorsements: ['msteams'] };
  app.get('/keys', (_request, response) => void response.json({ keys: [key] }));
  return {
    issuer: ISSUER,
    metadataUrl: `${address}/openid`,
    token: async (appId, serviceUrl, changes = {}) => {
      const claims: JWTPayload = { serviceurl: changes.serviceUrl ?? serviceUrl, iss: changes.issuer ?? ISSUER, aud: changes.audience ?? appId };
      const now = Math.floor(Date.now() / 1000);
      const [from, until] = [now - 7200, now + (changes.lifeSeconds ?? 3600)];
      if (changes.signed === 'not') {
        return `Bearer ${new UnsecuredJWT(claims).setNotBefore(from).setExpirationTime(until).encode()}`;
      }
      const signer: CryptoKey = changes.signed === 'byAnother' ? another.privateKey : own.privateKey;
      return `Bearer ${await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' }).setNotBefore(from).setExpirationTime(until).sign(signer)}`;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  };
}
