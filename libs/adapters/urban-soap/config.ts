import { UrbanSettings } from '../formats/urban/urban-settings.js';

/** Settings of a 数字城管 platform with a web service. */
export class UrbanSoapSettings extends UrbanSettings {}
