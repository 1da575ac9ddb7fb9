import { EngineProcess } from '../../../src/onnx/process/engine-process.ts';
import type { service } from './sample-service.ts';

/** A bot whose engine is busy for a minute: says the engine's process id. */
const SAMPLE = new URL('./sample-service.ts', import.meta.url);
const engine = new EngineProcess();
await engine.call<typeof service, 'count'>(SAMPLE, 'count', null);
const busy = engine.call<typeof service, 'block'>(SAMPLE, 'block', 60_000);
console.log(engine.pid);
await busy;
