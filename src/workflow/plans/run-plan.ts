import type { LocalizedText } from '../../ad/locale.ts';
import type { Recipe } from '../../ad/recipe.ts';
import type { AdResult } from '../../ad/result.ts';
import { defined } from '../../collections/defined.ts';
import type { Values, WorkflowServices } from '../image-generation-workflow.ts';
import type { AdHandles, Plan } from './plan.ts';

/** Runs a plan and brings its ads together from what the nodes gave. Errors as the workflow's `run`. */
export async function runPlan(plan: Plan, services: WorkflowServices): Promise<readonly AdResult[]> {
  const ads = await plan.workflow.run(plan.ads, services);
  const report = plan.workflow.report();
  const { why = [], warnings = [] } = plan;
  return ads.map((ad) => {
    const result = resultOf(ad);
    return {
      ...result,
      reasoning: [...result.reasoning, ...why],
      warnings: [...warnings, ...result.warnings],
      report,
    };
  });
}

function resultOf({
  saved,
  recipe,
  brief,
  why,
  warnings,
  productLayout,
  textLayout,
  design,
  logo,
  parts,
  notice,
  motion,
  choice,
}: Values<AdHandles>): Omit<AdResult, 'report'> {
  const reasoning: LocalizedText[] = [
    ...why.flat(),
    ...(productLayout?.why ?? []),
    ...(textLayout?.why ?? []),
    ...(design?.why ?? []),
    ...(logo?.why ?? []),
    ...(parts?.why ?? []),
    ...(notice?.why ?? []),
    ...(motion?.why ?? []),
  ];
  return {
    image: saved,
    layout: defined({
      product: productLayout,
      text: textLayout,
      design,
      logo: logo?.box,
      parts: parts?.boxes,
      notice: notice?.box,
    }),
    ...defined({
      loops: motion?.loops.flatMap(({ saved: loop }) => (loop === undefined ? [] : [loop])),
      choice,
    }),
    reasoning,
    warnings: [
      ...warnings.flat(),
      ...brief.warnings,
      ...(textLayout?.warnings ?? []),
      ...(design?.warnings ?? []),
      ...(logo?.warnings ?? []),
      ...(parts?.warnings ?? []),
      ...(notice?.warnings ?? []),
      ...(motion?.loops ?? []).flatMap((loop) => loop.warnings.flat()),
    ],
    // The plan gave the save node a source, so that it composed a recipe.
    recipe: recipe as Recipe,
  };
}
