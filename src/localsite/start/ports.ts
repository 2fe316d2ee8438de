import { createServer } from 'node:net';
import { StartProblem } from './startProblem';

/** A port that one part of the desk needs, and the variable that chooses another one. */
export interface NeededPort {
  readonly port: number;
  readonly variable: string;
  readonly usedFor: string;
}

/**
 * The port that an environment variable names.
 * @throws StartProblem when it is not a port number
 */
export function portFromEnvironment(variable: string, fallback: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') {
    return fallback;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new StartProblem(`${variable} is "${text}", which is not a port. Give a number from 1 to 65535, such as ${variable}=${fallback}.`);
  }
  return port;
}

/**
 * Makes sure that ports are free and differ.
 * @throws StartProblem that names the first one that is taken and the variable to set
 */
export async function requireFreePorts(ports: readonly NeededPort[]): Promise<void> {
  for (const needed of ports) {
    const twin = ports.find((other) => other !== needed && other.port === needed.port);
    if (twin !== undefined) {
      throw new StartProblem(`${needed.variable} and ${twin.variable} are both ${needed.port}. Give each a port of its own.`);
    }
    if (!(await isFree(needed.port))) {
      throw new StartProblem(
        `Port ${needed.port}, for ${needed.usedFor}, is taken by another program. ` +
          `Stop that program (perhaps an earlier start of the desk), or choose another port: ${needed.variable}=${needed.port + 1} npm start`
      );
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1' }, () => probe.close(() => resolve(true)));
  });
}
