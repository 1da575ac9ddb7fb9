import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../../src/app/config/project-root.ts';
import { loadPresets } from '../../../src/presets/load.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { contactSheet } from '../contact-sheet.ts';
import { withRemovers } from '../removers.ts';
import { cellsOf, pageCells } from './cases.ts';
import { reportDistances } from './families-apart.ts';
import { type Judged, judge, type Refused } from './judge.ts';
import { MaterialStore } from './material.ts';
import { parseJudgeOptions } from './options.ts';
import { writePage } from './page.ts';
import { reportPublished } from './published.ts';
import { reportFamilies, reportRefusals, reportRemarks, reportViolations } from './report.ts';
import { reportVariety } from './variety.ts';

/**
 * The judge of art direction: ads of every design family, measured one by one and against one another. Breaking a rule
 * fails the command; what only a designer minds is a column of its table. Contact sheets and a page for the eye are
 * written to out/quality.
 */
export async function designQuality(log: (line: string) => void, args: readonly string[]): Promise<void> {
  const options = parseJudgeOptions(args);
  const presets = await loadPresets(join(PROJECT_ROOT, 'presets'), catalogue);
  const cells = options.page ? pageCells(presets, options.families) : cellsOf(options, presets);
  const out = join(PROJECT_ROOT, 'out', 'quality');
  const folder = join(out, 'design');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const ads: Judged[] = [];
  const refused: Refused[] = [];
  await withRemovers(async ({ embedded }) => {
    const store = new MaterialStore(presets, embedded);
    for (const { cases, wanted } of cells) {
      let made = 0;
      for (const one of cases) {
        if (made >= wanted) break;
        const found = await judge(one, store, folder);
        if (found === undefined) continue;
        if (found.refused === undefined) {
          ads.push(found);
          made++;
        } else refused.push(found);
      }
    }
    if (options.variety) await reportVariety(presets, store, log);
  });
  await writeSheets(ads, out, log);
  const page = join(out, 'index.html');
  await writePage(page, ads, refused);
  log(`page ${page}`);
  reportFamilies(ads, refused, log);
  reportRemarks(ads, log);
  reportRefusals(refused, log);
  reportDistances(ads, log);
  if (options.published) await reportPublished(presets, log);
  if (reportViolations(ads, log) > 0) process.exitCode = 1;
}

async function writeSheets(ads: readonly Judged[], out: string, log: (line: string) => void): Promise<void> {
  for (const format of new Set(ads.map((one) => one.format.key))) {
    const pictures = ads
      .filter((one) => one.format.key === format)
      .map(({ picture, family, request, material, violations }) => ({
        path: picture,
        title: `${family.key} ${request + 1} ${material}${violations.length > 0 ? ' !' : ''}`,
      }));
    const sheet = join(out, `design-${format.replaceAll(/[:.]/g, '-')}.png`);
    await contactSheet(pictures, sheet);
    log(`${format.padEnd(7)} ${pictures.length} ads, sheet ${sheet}`);
  }
}
