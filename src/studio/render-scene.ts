import type { BackdropName } from '../ad/scene.ts';
import type { Backdrop, BackdropRequest } from './scene.ts';
import { arch } from './scenes/arch.ts';
import { bokeh } from './scenes/bokeh.ts';
import { chalkboard } from './scenes/chalkboard.ts';
import { colourBlock } from './scenes/colour-block.ts';
import { fabric } from './scenes/fabric.ts';
import { gobo } from './scenes/gobo.ts';
import { hanji } from './scenes/hanji.ts';
import { outdoor } from './scenes/outdoor.ts';
import { paperCut } from './scenes/paper-cut.ts';
import { podium } from './scenes/podium.ts';
import { shelf } from './scenes/shelf.ts';
import { sunburst } from './scenes/sunburst.ts';
import { sweep } from './scenes/sweep.ts';
import { table } from './scenes/table.ts';
import { tiles } from './scenes/tiles.ts';
import { water } from './scenes/water.ts';

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
