import type { Brief } from '../../ad/brief.ts';
import type { AdRequest } from '../../ad/request.ts';
import { ImageGenerationWorkflow, type WorkflowServices } from '../image-generation-workflow.ts';
import { PromptProcessorNode } from '../nodes/prompt-processor.ts';

/** The step that every workflow begins with, alone: the words and what is to be shown. Errors as the workflow's `run`. */
export function draftBrief(request: AdRequest, services: WorkflowServices): Promise<Brief> {
  const workflow = new ImageGenerationWorkflow();
  const { brief } = workflow.add(new PromptProcessorNode(), { request });
  return workflow.run(brief, services);
}
