import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Size } from '../../ad/geometry.ts';

/** A video that is to be made of whole frames. */
export interface VideoRequest {
  readonly size: Size;
  /** Frames a second. */
  readonly fps: number;
  readonly seconds: number;
  /** 0–51: less is better; 18 shows no loss. */
  readonly crf: number;
  /** What the file says that it shows. */
  readonly title: string;
  readonly signal?: AbortSignal;
  /** Milliseconds after which it is given up. */
  readonly timeout: number;
  /** By default the one that PATH leads to. */
  readonly program?: string;
}

/** Why there is no video: there is no ffmpeg, or it cannot do this. */
export type NoVideo = 'no-program' | 'failed';

/**
 * H.264 in an MP4 that plays everywhere and begins before it is loaded, by the machine's own ffmpeg in a child process.
 *
 * @param frames in order, RGBA of the size; not in shared memory, which a stream refuses
 * @returns why not, where the machine has no ffmpeg or it fails
 * @throws the signal's reason
 */
export async function encodeMp4(
  frames: AsyncIterable<Uint8Array>,
  request: VideoRequest,
): Promise<Buffer | NoVideo> {
  const { signal, timeout, program = 'ffmpeg' } = request;
  signal?.throwIfAborted();
  const folder = await mkdtemp(join(tmpdir(), 'ad-video-'));
  const path = join(folder, 'ad.mp4');
  const child = spawn(program, argumentsFor(request, path), {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  // Not spawn's own: where the program cannot be started it holds the process until it is over.
  const late = setTimeout(kill, timeout);
  signal?.addEventListener('abort', kill, { once: true });
  const ended = new Promise<number | 'no-program'>((resolve) => {
    child.once('error', (error) => resolve('code' in error && error.code === 'ENOENT' ? 'no-program' : 1));
    child.once('close', (code) => resolve(code ?? 1));
  });
  // What ends before it has read everything has closed its end; its exit tells of it.
  child.stdin.on('error', () => {});
  try {
    await write(frames, child.stdin, ended);
    const code = await ended;
    signal?.throwIfAborted();
    if (code === 'no-program') return code;
    return code === 0 ? await readFile(path) : 'failed';
  } finally {
    clearTimeout(late);
    signal?.removeEventListener('abort', kill);
    kill();
    await rm(folder, { recursive: true, force: true });
  }
}

async function write(
  frames: AsyncIterable<Uint8Array>,
  to: NodeJS.WritableStream,
  ended: Promise<unknown>,
): Promise<void> {
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  for await (const data of frames) {
    if (isOver) return;
    if (!to.write(data)) await Promise.race([once(to, 'drain').catch(() => {}), ended]);
  }
  to.end();
}

/** Shown frames a second: some apps refuse videos with fewer. */
const SHOWN_FPS = 30;

const argumentsFor = (
  { size: { width, height }, fps, seconds, crf, title }: VideoRequest,
  path: string,
): readonly string[] => [
  ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'],
  ...[
    '-f',
    'rawvideo',
    '-pix_fmt',
    'rgba',
    '-s',
    `${width}x${height}`,
    '-framerate',
    String(fps),
    '-i',
    'pipe:0',
  ],
  // H.264 with colour at half the resolution has even sides alone.
  ...[
    '-vf',
    `crop=${width - (width % 2)}:${height - (height % 2)}:0:0,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`,
  ],
  ...[
    '-r',
    String(SHOWN_FPS),
    '-c:v',
    'libx264',
    '-preset',
    'fast',
    '-crf',
    String(crf),
    '-profile:v',
    'high',
  ],
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
  ...['-metadata', `title=${title}`, '-movflags', '+faststart', '-an', '-t', String(seconds), path],
];
