import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';
import { inject, onTestFinished } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Socket that answers with the address of a PostgreSQL. */
    readonly postgres: string;
  }
}

let server: Promise<string> | undefined;
let serial = 0;

/** The address of an empty schema in the PostgreSQL of this run; it is gone after the test. */
export async function scratchSchema(): Promise<string> {
  server ??= askForServer();
  const url = await server;
  const schema = `test_${process.pid}_${++serial}`;
  await run(url, `create schema ${schema}`);
  onTestFinished(() => run(url, `drop schema ${schema} cascade`));
  return `${url}?options=${encodeURIComponent(`-c search_path=${schema}`)}`;
}

async function askForServer(): Promise<string> {
  const connection = connect(inject('postgres'));
  let text = '';
  connection.setEncoding('utf8').on('data', (chunk) => {
    text += String(chunk);
  });
  await once(connection, 'end');
  if (text === '') throw new Error('PostgreSQL did not start');
  return text;
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
