import { defineStyle } from './define-style.ts';

/** A photo. */
export const realistic = defineStyle({
  name: 'realistic',
});
