import type { BackdropName } from '../../ad/scene.ts';
import { arch } from './arch.ts';
import type { Backdrop, BackdropRequest } from './backdrop.ts';
import { bokeh } from './bokeh.ts';
import { chalkboard } from './chalkboard.ts';
import { colourBlock } from './colour-block.ts';
import { fabric } from './fabric.ts';
import { gobo } from './gobo.ts';
import { hanji } from './hanji.ts';
import { outdoor } from './outdoor.ts';
import { paperCut } from './paper-cut.ts';
import { podium } from './podium.ts';
import { shelf } from './shelf.ts';
import { sunburst } from './sunburst.ts';
import { sweep } from './sweep.ts';
import { table } from './table.ts';
import { tiles } from './tiles.ts';
import { water } from './water.ts';

const RECIPES = {
  sweep,
  table,
  podium,
  arch,
  gobo,
  bokeh,
  'colour-block': colourBlock,
  'paper-cut': paperCut,
  fabric,
  outdoor,
  water,
  sunburst,
  hanji,
  chalkboard,
  shelf,
  tiles,
} satisfies Record<BackdropName, (request: BackdropRequest) => Backdrop>;

/** Renders a backdrop by its recipe. The same request gives the same pixels. */
export const renderBackdrop = (request: BackdropRequest): Backdrop => RECIPES[request.recipe](request);
