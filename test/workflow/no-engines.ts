import type { WorkflowServices } from '../../src/workflow/image-generation-workflow.ts';

const unused = (): never => {
  throw new Error('This test uses no engine');
};

/** Services for workflows whose nodes use no engine and no thread. */
export const noEngines: WorkflowServices = {
  engines: {
    image: { name: 'none', model: '', lane: 'cpu', textToImage: unused, imageToImage: unused },
    remover: { name: 'none', lane: 'cpu', remove: unused },
    writer: { name: 'none', lane: 'cpu', write: unused },
    advisor: { name: 'none', lane: 'cpu', placeProducts: unused, placeText: unused },
    moderation: { moderate: unused },
  },
  render: { preload: () => {}, restart: () => {}, threads: 0, run: unused, close: async () => {} },
};
