import { IsNotEmpty, IsString } from 'class-validator';
import { ListSettings } from '../formats/drop/list-settings.js';
import type { CoordinateSystem } from '../formats/to-wgs84.js';

/** Settings of a hotline whose orders come as work-order lists (12345 工单模板). */
export class HotlineSheetSettings extends ListSettings {
  override readonly coordinates: CoordinateSystem = 'GCJ02';

  /** Mapping table of the platform's categories. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'hotline-taxonomy@1';
}
