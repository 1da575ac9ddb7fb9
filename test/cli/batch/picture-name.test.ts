import { expect, it } from 'vitest';
import { pictureName } from '../../../src/cli/batch/picture-name.ts';

it('names a picture by the line and the first words of its request, with nothing that a path could take for its own', () => {
  expect(pictureName(7, '카페 신메뉴: 딸기라떼!')).toBe('0007-카페-신메뉴-딸기라떼');
  expect(pictureName(12, '../../etc/passwd "a"')).toBe('0012-etc-passwd-a');
  expect(pictureName(1, 'a'.repeat(2000)).length).toBeLessThan(40);
  expect(pictureName(3, '🍓')).toBe('0003');
});
