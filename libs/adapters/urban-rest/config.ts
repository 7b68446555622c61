import { UrbanSettings } from '../formats/urban/urban-settings.js';

/** Settings of a 数字城管 platform with a REST interface. */
export class UrbanRestSettings extends UrbanSettings {
  override readonly categorySystem: string = 'gb-30428@2';
}
