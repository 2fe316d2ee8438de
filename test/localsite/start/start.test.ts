import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { failToStartDesk } from '../../support/desk';

describe('npm start', () => {
  it('says which port is taken and how to choose another one', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { exitCode, output } = await failToStartDesk({ SITE_PORT: String(port) });
    other.close();
    expect(exitCode).toBe(1);
    expect(output).toContain(`Port ${port}, for the local site, is taken by another program.`);
    expect(output).toContain(`SITE_PORT=${port + 1} npm start`);
  });

  it('says so when a port is no port', async () => {
    const { exitCode, output } = await failToStartDesk({ PORT: 'http' });
    expect(exitCode).toBe(1);
    expect(output).toContain('PORT is "http", which is not a port.');
  });

  it('says so when two parts are given the same port', async () => {
    const { exitCode, output } = await failToStartDesk({ PORT: '45678', PLAYGROUND_PORT: '45678' });
    expect(exitCode).toBe(1);
    expect(output).toContain('Give each a port of its own.');
  });
});
