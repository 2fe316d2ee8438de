import { generate } from 'selfsigned';

/** A certificate that its own key signed, for a server of this machine, between two days. */
export async function certificateOf(host: string, from: string, to: string): Promise<{ readonly key: string; readonly cert: string }> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(from),
    notAfterDate: new Date(to),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: host }] }
    ]
  });
  return { key, cert };
}
