import { IsNotEmpty, IsString } from 'class-validator';
import { DropSettings } from '../formats/drop/drop-settings.js';
import type { CoordinateSystem } from '../formats/to-wgs84.js';

/** Settings of a platform that drops files into a folder. */
export class FileDropSettings extends DropSettings {
  override readonly coordinates: CoordinateSystem = 'BD09';

  /** Mapping table of the platform's categories. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'ejia-service@1';
}
