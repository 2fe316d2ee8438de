import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in. */
export interface TakenPosts {
  readonly posts: number;
  /** Conversations that got one, and those that got more than one. */
  readonly conversations: number;
  readonly doubled: number;
  /** The most within one second, whenever it begins. */
  readonly mostInASecond: number;
  /** On average from the first to the last. */
  readonly aSecond: number;
  /** How many came in each second from the first on. */
  readonly eachSecond: readonly number[];
}

const SECOND = 1000;

/** A stand-in for Teams as a process of its own, which notes when each post comes in and where. It prints its address; `/taken` gives what came and begins anew. */
let moments: number[] = [];
let byConversation = new Map<string, number>();

function taken(): TakenPosts {
  let mostInASecond = 0;
  for (let first = 0, last = 0; last < moments.length; last += 1) {
    while (moments[last] - moments[first] >= SECOND) {
      first += 1;
    }
    mostInASecond = Math.max(mostInASecond, last - first + 1);
  }
  const began = moments[0] ?? 0;
  const seconds = ((moments[moments.length - 1] ?? 0) - began) / SECOND;
  const eachSecond = Array.from({ length: Math.ceil(seconds) }, () => 0);
  moments.forEach((moment) => (eachSecond[Math.floor((moment - began) / SECOND)] += 1));
  const doubled = [...byConversation.values()].filter((posts) => posts > 1).length;
  const result = { posts: moments.length, conversations: byConversation.size, doubled, mostInASecond, aSecond: seconds === 0 ? 0 : (moments.length - 1) / seconds, eachSecond };
  moments = [];
  byConversation = new Map();
  return result;
}

const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'application/json');
  if (request.url === '/taken') {
    response.end(JSON.stringify(taken()));
    return;
  }
  moments.push(performance.now());
  const conversation = request.url?.split('/')[3] ?? '';
  byConversation.set(conversation, (byConversation.get(conversation) ?? 0) + 1);
  request.resume();
  request.on('end', () => response.writeHead(201).end(JSON.stringify({ id: `activity-${Math.random().toString(36).slice(2)}` })));
}).listen(0, '127.0.0.1', () => void process.stdout.write(`${JSON.stringify({ event: 'taking posts', port: (server.address() as AddressInfo).port })}\n`));
