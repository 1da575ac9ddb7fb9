/**
 * The house's import rules. Rooms are listed from the top of the house to its foundations; each may import
 * only the rooms named beside it. `test/architecture.test.ts` plants a bad import and sees it caught.
 */
const rooms = {
  // What outsiders write, made fit to be worked on, and what is repeated of it fit to be shown.
  text: [],
  errors: ['text'],
  // How much is taken in at once, of files and of servers' answers: whoever reads from outside reads through these.
  files: [],
  network: [],
  language: ['text'],
  ad: ['errors'],
  config: ['errors', 'ad'],
  imaging: ['ad', 'errors'],
  typography: ['imaging', 'ad', 'text', 'errors'],
  quality: ['imaging', 'typography', 'ad', 'errors'],
  layout: ['quality', 'typography', 'imaging', 'ad', 'text', 'errors'],
  onnx: ['files', 'errors'],
  zimage: ['onnx', 'files', 'errors'],
  models: ['network', 'files', 'errors'],
  presets: ['language', 'files', 'ad', 'text', 'errors'],
  prompting: ['presets', 'language', 'imaging', 'ad', 'errors'],
  copywriting: ['presets', 'language', 'ad', 'text', 'errors'],
  reading: ['copywriting', 'presets', 'language', 'ad', 'text', 'errors'],
  briefing: ['reading', 'copywriting', 'prompting', 'presets', 'language', 'imaging', 'ad', 'errors'],
  request: ['files', 'ad', 'text', 'errors'],
  storage: ['imaging', 'ad', 'text', 'errors'],
  render: ['layout', 'quality', 'typography', 'imaging', 'ad', 'errors'],
  engines: [
    'render',
    'zimage',
    'onnx',
    'briefing',
    'reading',
    'copywriting',
    'prompting',
    'presets',
    'language',
    'layout',
    'quality',
    'typography',
    'imaging',
    'network',
    'files',
    'ad',
    'errors',
  ],
  workflow: ['engines/ports', 'render', 'imaging', 'files', 'ad', 'errors'],
  nodes: [
    'engines/ports',
    'workflow',
    'render',
    'storage',
    'presets',
    'layout',
    'quality',
    'typography',
    'imaging',
    'ad',
    'errors',
  ],
  workflows: [
    'engines/ports',
    'nodes',
    'workflow',
    'render',
    'storage',
    'presets',
    'imaging',
    'ad',
    'errors',
  ],
  jobs: [
    'request',
    'workflows',
    'workflow',
    'engines/ports',
    'storage',
    'presets',
    'imaging',
    'files',
    'ad',
    'text',
    'errors',
  ],
  telemetry: ['jobs', 'storage', 'errors'],
  command: ['request', 'jobs', 'presets', 'ad', 'text', 'errors'],
  conversation: ['command', 'request', 'jobs', 'presets', 'imaging', 'network', 'files', 'ad', 'text', 'errors'],
  adapters: [
    'conversation',
    'command',
    'request',
    'jobs',
    'storage',
    'presets',
    'imaging',
    'files',
    'ad',
    'text',
    'errors',
  ],
};

/** One door a package: the only rooms that may import it. */
const doors = {
  'discord.js': 'src/adapters/discord/',
  '@slack/bolt': 'src/adapters/slack/',
  openai: 'src/engines/openai/',
  'onnxruntime-node': 'src/onnx/',
  'p-queue': 'src/jobs/',
  libsql: 'src/jobs/',
  yaml: 'src/presets/',
  piscina: 'src/render/',
  sharp: 'src/(imaging|typography)/',
  '@napi-rs/canvas': 'src/(imaging|typography)/',
  '@techstark/opencv-js': 'src/imaging/',
  '@huggingface/tokenizers': 'src/zimage/',
  'prom-client': 'src/telemetry/',
  pino: 'src/telemetry/',
};

/** A room is a folder; of the engines, other rooms see the ports alone. */
const place = (room) => (room.includes('/') ? `${room}\\.ts$` : `${room}/`);

const escaped = (name) => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-imports-a-composition-root',
      severity: 'error',
      from: { path: '^(src|commands)/' },
      to: { path: '^src/(main|cli)\\.ts$' },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports-downwards`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: {
        path: room === 'adapters' ? '^src/' : '^(src|commands)/',
        pathNot: `^src/(${[room, ...allowed].map(place).join('|')})`,
      },
    })),
    {
      name: 'commands-know-commands-and-jobs',
      severity: 'error',
      from: { path: '^commands/' },
      to: { path: '^src/', pathNot: '^src/(command|jobs|request|presets|ad|text|errors)/' },
    },
    {
      // Whoever deals with jobs for somebody asks whether they may: nothing but JobAccess hands jobs out.
      name: 'jobs-are-reached-through-access',
      severity: 'error',
      from: {
        path: '^(commands/|src/command/|src/conversation/)',
        pathNot: '/(job-access|conversation)\\.ts$',
      },
      to: { path: '^src/jobs/(jobs|archive|intake|store/)' },
    },
    {
      name: 'nodes-see-engine-ports-only',
      severity: 'error',
      from: { path: '^src/(nodes|workflows|workflow|jobs)/' },
      to: { path: '^src/engines/', pathNot: '^src/engines/ports\\.ts$' },
    },
    {
      name: 'nodes-never-import-nodes',
      severity: 'error',
      from: { path: '^src/nodes/([^/]+)' },
      to: { path: '^src/nodes/', pathNot: '^src/nodes/$1' },
    },
    {
      name: 'adapters-never-import-adapters',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    {
      name: 'engines-never-import-engines',
      severity: 'error',
      from: { path: '^src/engines/([^/]+)/' },
      to: { path: '^src/engines/', pathNot: '^src/engines/($1/|ports\\.ts$)' },
    },
    ...Object.entries(doors).map(([name, door]) => ({
      name: `one-door-${name.replace(/[^a-z]/g, '-')}`,
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: `^${door}` },
      to: { path: `(^|node_modules/)${escaped(name)}(/|$)` },
    })),
    {
      name: 'only-declared-packages',
      severity: 'error',
      from: { path: '^(src|commands)/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
