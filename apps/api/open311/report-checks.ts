import { mediaOf } from '#adapters/open311-inbox/take-report.js';
import type { Grid } from '#domain/reference/reference.js';
import { parameter } from './call.js';
import { Open311Refusal } from './refusal.js';
import { isNature } from './service-attributes.js';

/** The standard's bound of a description; nothing else a client says is as long. */
const MOST_CHARACTERS = 4000;
const MOST_FIELDS = 100;
const MOST_PICTURES = 10;
const DEGREES = /^[+-]?\d{1,3}(\.\d{1,20})?$/;

/** What the checks need to know of the city. */
export interface KnownPlaces {
  findGrid(longitude: number, latitude: number): Grid | undefined;
  hasGrid(code: string): boolean;
}

const refuse = (description: string): never => {
  throw new Open311Refusal(400, description);
};

/** Refuses a form that no report can be made of; what is only doubtful goes to the operators like any other report. */
export function checkReport(form: URLSearchParams, places: KnownPlaces): void {
  checkSizes(form);
  checkPlace(form, places);
  const nature = parameter(form, 'attribute[nature]');
  if (nature !== undefined && !isNature(nature)) refuse('attribute[nature] is none of the values of the service definition');
}

/** Bounds of every posted form. */
export function checkSizes(form: URLSearchParams): void {
  const entries = [...form];
  if (entries.length > MOST_FIELDS) refuse(`the form has more than ${MOST_FIELDS} fields`);
  for (const [name, value] of entries) {
    if ([...value].length > MOST_CHARACTERS) refuse(`${name} has more than ${MOST_CHARACTERS} characters`);
  }
  const pictures = mediaOf(form);
  if (pictures.length > MOST_PICTURES) refuse(`media_url is given more than ${MOST_PICTURES} times`);
  for (const address of pictures) if (!isWebAddress(address)) refuse('media_url is no web address');
}

function checkPlace(form: URLSearchParams, places: KnownPlaces): void {
  const isElsewhere = parameter(form, 'address_string') !== undefined;
  const addressId = parameter(form, 'address_id');
  const isInGrid = addressId !== undefined && places.hasGrid(addressId);
  const isOnMap = checkPoint(form, places);
  if (isOnMap || isElsewhere || isInGrid) return;
  if (addressId !== undefined) refuse('address_id is no grid of this city');
  refuse('a location is needed: lat and long, address_string or address_id');
}

/** Whether the form names a point; 0,0 is what clients send that know none. */
function checkPoint(form: URLSearchParams, places: KnownPlaces): boolean {
  const [latitude, longitude] = [parameter(form, 'lat'), parameter(form, 'long')];
  if (latitude === undefined && longitude === undefined) return false;
  if (latitude === undefined || longitude === undefined) return refuse('lat and long must be given together');
  if (!DEGREES.test(latitude) || !DEGREES.test(longitude)) return refuse('lat and long must be decimal degrees');
  const [x, y] = [Number(longitude), Number(latitude)];
  if (x === 0 && y === 0) return false;
  if (Math.abs(x) > 180 || Math.abs(y) > 180) return refuse('lat and long are no point of the earth');
  if (Math.abs(y) > 90 || (!places.findGrid(x, y) && places.findGrid(y, x))) return refuse('lat and long are swapped');
  return true;
}

function isWebAddress(text: string): boolean {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  return address?.protocol === 'http:' || address?.protocol === 'https:';
}
