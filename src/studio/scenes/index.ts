// Written by the build (index-files.mjs): everything that is defined beside it.
import { arch } from './arch.ts';
import { bokeh } from './bokeh.ts';
import { chalkboard } from './chalkboard.ts';
import { colourBlock } from './colour-block.ts';
import { fabric } from './fabric.ts';
import { gobo } from './gobo.ts';
import { hanji } from './hanji.ts';
import { outdoor } from './outdoor.ts';
import { paperCut } from './paper-cut.ts';
import { podium } from './podium.ts';
import { poster } from './poster.ts';
import { shelf } from './shelf.ts';
import { sunburst } from './sunburst.ts';
import { sweep } from './sweep.ts';
import { table } from './table.ts';
import { tiles } from './tiles.ts';
import { water } from './water.ts';

export const scenes = [
  arch,
  bokeh,
  chalkboard,
  colourBlock,
  fabric,
  gobo,
  hanji,
  outdoor,
  paperCut,
  podium,
  poster,
  shelf,
  sunburst,
  sweep,
  table,
  tiles,
  water,
];

declare module '../../ad/scene.ts' {
  interface StudioNames {
    readonly scene:
      | 'arch'
      | 'bokeh'
      | 'chalkboard'
      | 'colour-block'
      | 'fabric'
      | 'gobo'
      | 'hanji'
      | 'outdoor'
      | 'paper-cut'
      | 'podium'
      | 'poster'
      | 'shelf'
      | 'sunburst'
      | 'sweep'
      | 'table'
      | 'tiles'
      | 'water';
  }
}
