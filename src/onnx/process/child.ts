import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ChunkAssembler, detachBytes } from './byte-chunks.ts';
import type { Service, ServiceMethod } from './service.ts';
import { type FromEngine, type ToEngine, toWire } from './wire.ts';

/**
 * The engine process: serves calls from the bot by the modules that they name. Its thread is blocked while
 * onnxruntime loads or runs, so it must not be the bot's.
 */

const incoming = new ChunkAssembler();
const calls = new Map<number, AbortController>();

process.on('message', (message: ToEngine) => {
  switch (message.type) {
    case 'chunk':
      incoming.add(message.chunk);
      break;
    case 'abort':
      calls.get(message.id)?.abort();
      break;
    case 'call':
      void answer(message);
      break;
  }
});

// The bot is gone: there is nobody left to work for.
process.on('disconnect', () => process.exit(0));
// Ctrl-C in a terminal reaches the whole group; the bot decides when this process ends.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});

async function answer({ id, service, method, input }: Extract<ToEngine, { type: 'call' }>): Promise<void> {
  const abort = new AbortController();
  calls.set(id, abort);
  try {
    // Nothing may hold this thread before somebody watches.
    await watched;
    const run = await methodOf(service, method);
    const emit = (event: unknown): void => sendWhole((body) => ({ type: 'event', id, event: body }), event);
    const value = await run(incoming.attachBytes(input) as never, { signal: abort.signal, emit });
    sendWhole((body) => ({ type: 'result', id, value: body }), value);
  } catch (error) {
    send({ type: 'error', id, error: toWire(error) });
  } finally {
    calls.delete(id);
  }
}

async function methodOf(address: string, name: string): Promise<ServiceMethod<never, unknown>> {
  const { service }: { readonly service: Service } = await import(address);
  const method = service[name];
  if (method === undefined) throw new Error(`There is no ${name} in ${address}`);
  return method;
}

/** Numbers what is sent, so that its bytes can be told apart. */
let sends = 0;

function sendWhole(wrap: (body: unknown) => FromEngine, value: unknown): void {
  const { value: body, chunks } = detachBytes(value, sends++);
  for (const chunk of chunks) send({ type: 'chunk', chunk });
  send(wrap(body));
}

function send(message: FromEngine): void {
  if (process.connected) process.send?.(message);
}

/**
 * The other thread's whole program, which ends this process when its bot is gone. An orphan has another parent, or,
 * on Windows, one that cannot be signalled. A text and not a file, since threads of Node 20 take no TypeScript.
 */
const PARENT_WATCH = `
  const { parentPort, workerData } = require('node:worker_threads');
  const isAlive = (pid) => {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      return error.code === 'EPERM';
    }
  };
  setInterval(() => {
    if (process.ppid !== workerData || !isAlive(workerData)) process.kill(process.pid, 'SIGKILL');
  }, 500);
  parentPort.postMessage('watching');
`;

/** A run of onnxruntime keeps this thread from noticing that the bot was killed: another thread watches for that. */
function watchParent(): Promise<unknown> {
  const watcher = new Worker(PARENT_WATCH, { eval: true, workerData: process.ppid, execArgv: [] });
  watcher.unref();
  return once(watcher, 'message');
}

const watched = watchParent();
