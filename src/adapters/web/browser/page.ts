import { startActions } from './actions.ts';
import { startAdjust } from './adjust.ts';
import { startComposer } from './composer.ts';
import { startDialogs } from './dialogs.ts';
import { startPhotos } from './photos.ts';
import { startStream } from './stream.ts';

document.documentElement.classList.add('scripts');
startPhotos();
startActions();
startDialogs();
startAdjust();
startComposer();
startStream();
