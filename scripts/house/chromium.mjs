import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser the console's tests drive: what CHROMIUM_PATH names, or the first one on the PATH; undefined without one. */
export const findChromium = () => process.env.CHROMIUM_PATH ?? NAMES.map(onPath).find(Boolean);

/** Where a program lies. */
export function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
