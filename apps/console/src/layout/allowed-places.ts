import type { Router } from 'vue-router';
import { useSession } from '../stores/session';
import { PLACES } from './places';

/** The menu of whoever is signed in: only pages that the hub would answer them. */
export function allowedPlaces(router: Router): typeof PLACES {
  const { may } = useSession();
  return PLACES.map(({ word, places }) => ({
    word,
    places: places.filter(({ name }) => may(router.resolve({ name }).meta.needs)),
  })).filter(({ places }) => places.length > 0);
}
