/**
 * The house's import rules. Rooms are listed from the top of the house to its foundations; each may import
 * only the rooms named beside it, and the foundations.
 * `test/architecture.test.ts` plants a bad import and sees it caught.
 */
const rooms = {
  // What outsiders write, made fit to be worked on, and what is repeated of it fit to be shown.
  text: [],
  collections: [],
  // What may fail in passing, tried again; what may take for ever, given up.
  resilience: [],
  errors: ['text'],
  // How much is taken in at once, of files and of servers' answers: whoever reads from outside reads through these.
  files: [],
  network: [],
  language: [],
  // The vocabulary; the request's parsing, in ad/parse, stands on files and texts.
  ad: ['files', 'text', 'errors'],
  presets: ['language', 'files', 'ad', 'errors'],
  storage: ['imaging', 'files', 'ad', 'errors'],
  models: ['network', 'files', 'errors'],
  onnx: ['files', 'errors'],
  zimage: ['onnx', 'files', 'errors'],
  imaging: ['ad', 'errors'],
  // The embedded renderer: what it can show, and what it shows it with.
  studio: ['imaging', 'ad'],
  typography: ['imaging', 'ad', 'text'],
  layout: ['typography', 'imaging', 'ad', 'errors'],
  // Sheets that look designed, and the parts that a shop's ad has.
  design: ['layout', 'typography', 'imaging', 'presets', 'ad', 'text', 'errors'],
  // An ad that somebody changes by hand: what can be taken hold of, and the rules that it breaks then.
  adjust: ['design', 'layout', 'typography', 'imaging', 'ad', 'text'],
  // Several pages that one request makes: what stands on which, and how they are laid out as a set.
  pages: ['design', 'imaging', 'presets', 'ad'],
  // Drawings kept as paths and text.
  vector: ['typography', 'ad'],
  // What an ad was drawn from, to be drawn again layer by layer; and a sheet of that for a press.
  layered: ['vector', 'design', 'typography', 'imaging', 'ad'],
  print: ['layered', 'vector', 'typography', 'imaging', 'ad'],
  // An ad in motion: what moves when, and its frames.
  motion: ['design', 'typography', 'imaging', 'ad'],
  // The finished file of an ad: its labels, its kind and bytes, and whether its place takes it.
  publish: ['print', 'imaging', 'ad'],
  writing: ['presets', 'language', 'imaging', 'ad', 'text', 'errors'],
  workers: [
    'adjust',
    'publish',
    'print',
    'layered',
    'motion',
    'design',
    'layout',
    'typography',
    'studio',
    'imaging',
    'ad',
    'errors',
  ],
  engines: [
    'workers',
    'writing',
    'layout',
    'studio',
    'imaging',
    'zimage',
    'onnx',
    'presets',
    'language',
    'network',
    'files',
    'ad',
    'errors',
  ],
  workflow: [
    'engines/ports',
    'workers',
    'adjust',
    'publish',
    'pages',
    'print',
    'layered',
    'motion',
    'design',
    'layout',
    'imaging',
    'storage',
    'files',
    'ad',
    'errors',
  ],
  jobs: ['workflow', 'engines/ports', 'storage', 'imaging', 'files', 'ad', 'errors'],
  conversation: ['jobs', 'imaging', 'network', 'files', 'ad', 'text', 'errors'],
  adapters: ['conversation', 'jobs', 'storage', 'imaging', 'files', 'ad', 'text', 'errors'],
};

/** Rooms that every room may import. */
const foundations = ['collections', 'resilience'];

/** Inside a room: its lower parts know nothing of its upper ones. */
const parts = [
  { name: 'vocabulary-knows-no-parsing', from: '^src/ad/[^/]+$', to: '^src/(ad/parse|files|text)/' },
  { name: 'copy-knows-no-reading', from: '^src/writing/copy/', to: '^src/writing/(reading|brief|prompt)/' },
  { name: 'reading-knows-no-brief', from: '^src/writing/reading/', to: '^src/writing/(brief|prompt)/' },
  { name: 'prompts-know-no-reading', from: '^src/writing/prompt/', to: '^src/writing/(reading|copy|brief)/' },
  { name: 'measures-know-no-layout', from: '^src/layout/measure/', to: '^src/layout/(?!measure/)' },
  {
    name: 'scenery-knows-no-scene',
    from: '^src/studio/(?!scenes/|studio\\.ts$)',
    to: '^src/studio/scenes/',
  },
  { name: 'the-renderer-knows-no-studio', from: '^src/studio/renderer/', to: '^src/studio/(?!renderer/)' },
  { name: 'a-job-knows-no-machinery', from: '^src/jobs/job/', to: '^src/jobs/(?!job/)' },
  {
    name: 'the-store-knows-no-work',
    from: '^src/jobs/store/',
    to: '^src/jobs/(queue|scheduler|executor|delivery)/',
  },
  {
    name: 'only-the-store-knows-its-databases',
    from: '^src/jobs/(?!store/)',
    to: '^src/jobs/store/(sqlite|postgres)/',
  },
  { name: 'sqlite-knows-no-postgres', from: '^src/jobs/store/sqlite/', to: '^src/jobs/store/postgres/' },
  { name: 'postgres-knows-no-sqlite', from: '^src/jobs/store/postgres/', to: '^src/jobs/store/sqlite/' },
  {
    name: 'the-scheduler-starts-nothing',
    from: '^src/jobs/scheduler/',
    to: '^src/jobs/(queue|executor|delivery)/',
  },
  { name: 'the-executor-delivers-nothing', from: '^src/jobs/executor/', to: '^src/jobs/(queue|delivery)/' },
  {
    name: 'delivery-knows-no-executor',
    from: '^src/jobs/delivery/',
    to: '^src/jobs/(queue|scheduler|executor)/',
  },
  // A folder and a home of files are the same to whoever stores them.
  { name: 'only-the-app-knows-s3', from: '^src/(?!storage/s3/|app/)', to: '^src/storage/s3/' },
  { name: 'nodes-know-no-plan', from: '^src/workflow/(?!plans/)', to: '^src/workflow/plans/' },
  { name: 'workflow-knows-no-node', from: '^src/workflow/(?!nodes/|plans/)', to: '^src/workflow/nodes/' },
  {
    name: 'workflow-is-no-pixel-work',
    from: '^src/workflow/(?!nodes/|plans/)',
    to: '^src/(publish|print|layered|motion|adjust|design|layout|typography|storage|presets)/',
  },
  {
    // Photos come in by PhotoStore.accept alone, which cleans them: nobody else does half of what it does.
    name: 'photos-come-in-by-one-door',
    from: '^(commands/|src/(?!imaging/|storage/photo-store|workers/|workflow/plans/create-ad-maker|app/open-app|cli/(cutout|zimage)))',
    to: '^src/(imaging/photo/(photo-reader|keep-examined|clean-photo)|workers/read-photos)',
  },
  {
    name: 'files-of-people-reach-the-disk-in-storage',
    from: '^(commands/|src/(?!storage/|cli/(cutout|zimage)))',
    to: '^src/storage/write-atomically',
  },
  {
    name: 'commands-know-no-conversation',
    from: '^src/conversation/command/',
    to: '^src/(imaging|network|files|conversation/(?!command/))',
  },
];

/** One door a package: the only rooms that may import it. */
const doors = {
  'discord.js': 'src/adapters/discord/',
  '@slack/bolt': 'src/adapters/slack/',
  hono: 'src/adapters/web/',
  '@hono/node-server': 'src/adapters/web/',
  openai: 'src/engines/openai/',
  'onnxruntime-node': 'src/onnx/',
  'p-queue': 'src/jobs/',
  libsql: 'src/jobs/store/sqlite/',
  pg: 'src/jobs/store/postgres/',
  s3mini: 'src/storage/s3/',
  yaml: 'src/presets/',
  piscina: 'src/workers/',
  sharp: 'src/(imaging|studio|typography)/',
  'libheif-js': 'src/imaging/photo/isolated/',
  '@napi-rs/canvas': 'src/(imaging|studio|typography|vector|design|layered|motion|print)/',
  pdfkit: 'src/print/',
  'ag-psd': 'src/layered/',
  'subset-font': 'src/layered/',
  qr: 'src/design/',
  'yoga-layout': 'src/design/',
  '@huggingface/tokenizers': 'src/zimage/',
  cockatiel: 'src/(resilience|engines/openai)/',
  'prom-client': 'src/app/telemetry/',
  'garu-ko': 'src/language/morphology/',
  pino: 'src/app/telemetry/',
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
      to: { path: '^src/(main|cli/cli)\\.ts$' },
    },
    ...Object.entries(rooms).map(([room, allowed]) => ({
      name: `${room}-imports-downwards`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: {
        path: room === 'adapters' ? '^src/' : '^(src|commands)/',
        pathNot: `^src/(${[room, ...(room === 'collections' ? [] : foundations), ...allowed].map(place).join('|')})`,
      },
    })),
    {
      name: 'commands-know-commands-and-jobs',
      severity: 'error',
      from: { path: '^commands/' },
      to: { path: '^src/', pathNot: '^src/(conversation/command|jobs|presets|ad|text|errors|collections)/' },
    },
    {
      // Whoever deals with jobs for somebody asks whether they may: nothing but JobAccess hands jobs out.
      name: 'jobs-are-reached-through-access',
      severity: 'error',
      from: {
        path: '^(commands/|src/conversation/)',
        pathNot: '/(job-access|conversation)\\.ts$',
      },
      to: { path: '^src/jobs/(jobs|job-lookup|queue/job-intake|store/)' },
    },
    {
      name: 'nodes-see-engine-ports-only',
      severity: 'error',
      from: { path: '^src/(workflow|jobs)/' },
      to: { path: '^src/engines/', pathNot: '^src/engines/ports\\.ts$' },
    },
    {
      name: 'nodes-never-import-nodes',
      severity: 'error',
      from: { path: '^src/workflow/nodes/([^/]+)' },
      to: { path: '^src/workflow/nodes/', pathNot: '^src/workflow/nodes/$1' },
    },
    {
      name: 'adapters-never-import-adapters',
      severity: 'error',
      from: { path: '^src/adapters/([^/]+)/' },
      to: { path: '^src/adapters/', pathNot: '^src/adapters/$1/' },
    },
    // What comes in is answered by telling people; it never deals with messages that show jobs, nor these with it.
    {
      name: 'inbound-only-notifies',
      severity: 'error',
      from: { path: '^src/adapters/[^/]+/inbound/' },
      to: {
        path: '^src/adapters/[^/]+/outbound/',
        pathNot: '^src/adapters/[^/]+/outbound/(notify|streams|agent-sessions)\\.ts$',
      },
    },
    {
      name: 'outbound-knows-no-inbound',
      severity: 'error',
      from: { path: '^src/adapters/[^/]+/(outbound|render)/|^src/adapters/[^/]+/render-reply\\.ts$' },
      to: { path: '^src/adapters/[^/]+/inbound/' },
    },
    {
      name: 'engines-never-import-engines',
      severity: 'error',
      from: { path: '^src/engines/([^/]+)/' },
      to: { path: '^src/engines/', pathNot: '^src/engines/($1/|ports\\.ts$)' },
    },
    {
      // The bot's own thread knows the studio by its words: the build leaves only these in studio/catalogue.ts.
      name: 'only-the-pool-loads-the-renderer',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/(studio|workers)/' },
      to: { path: '^src/studio/(?!catalogue\\.ts$)', dependencyTypesNot: ['type-only'] },
    },
    ...parts.map(({ name, from, to }) => ({
      name,
      severity: 'error',
      from: { path: from },
      to: { path: to },
    })),
    {
      name: 'only-the-app-and-the-commands-compose',
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: '^src/(app|cli)/|^src/(main|index)\\.ts$' },
      to: { path: '^src/(app|cli)/' },
    },
    ...Object.entries(doors).map(([name, door]) => ({
      name: `one-door-${name.replace(/[^a-z]/g, '-')}`,
      severity: 'error',
      from: { path: '^(src|commands)/', pathNot: `^${door}` },
      to: { path: `(^|node_modules/)${escaped(name)}(/|$)` },
    })),
    {
      // build.mjs and what it imports too: an install for production builds.
      name: 'only-declared-packages',
      severity: 'error',
      from: { path: '^(src/|commands/|build(-programs)?\\.mjs$)' },
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
