import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How many posts came in all, the most of them within one second whenever it begins, and how many a second from the first to the last. */
export interface TakenPosts {
  readonly posts: number;
  readonly mostInASecond: number;
  readonly aSecond: number;
}

const SECOND = 1000;

/** A stand-in for Teams as a process of its own, which notes when each post comes in. It prints its address; `/taken` gives what came and begins anew. */
let moments: number[] = [];

function taken(): TakenPosts {
  let mostInASecond = 0;
  for (let first = 0, last = 0; last < moments.length; last += 1) {
    while (moments[last] - moments[first] >= SECOND) {
      first += 1;
    }
    mostInASecond = Math.max(mostInASecond, last - first + 1);
  }
  const seconds = ((moments[moments.length - 1] ?? 0) - (moments[0] ?? 0)) / SECOND;
  const result = { posts: moments.length, mostInASecond, aSecond: seconds === 0 ? 0 : (moments.length - 1) / seconds };
  moments = [];
  return result;
}

const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  if (request.url === '/taken') {
    response.end(JSON.stringify(taken()));
    return;
  }
  moments.push(performance.now());
  request.resume();
  request.on('end', () => response.writeHead(201).end(JSON.stringify({ id: `activity-${Math.random().toString(36).slice(2)}` })));
}).listen(0, '127.0.0.1', () => void process.stdout.write(`${JSON.stringify({ event: 'taking posts', port: (server.address() as AddressInfo).port })}\n`));
