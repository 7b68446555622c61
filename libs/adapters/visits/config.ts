import { IsNotEmpty, IsString } from 'class-validator';
import { ListSettings } from '../formats/drop/list-settings.js';

/** Settings of the door-to-door visit and meeting lists of a sub-district. */
export class VisitsSettings extends ListSettings {
  /** Mapping table of the categories that visitors write. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'ejia-service@1';
}
