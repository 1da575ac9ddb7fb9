/** Largest colour profile in bytes: those of printers with all their tables have 2 MB. */
export const LARGEST_PROFILE = 4 * 2 ** 20;

/** Whether an ICC profile states its own length and carries its signature (ICC.1, 7.2). */
export function isSoundProfile(profile: Buffer): boolean {
  return (
    profile.length >= 132 &&
    profile.length <= LARGEST_PROFILE &&
    profile.readUInt32BE(0) === profile.length &&
    profile.toString('latin1', 36, 40) === 'acsp'
  );
}
