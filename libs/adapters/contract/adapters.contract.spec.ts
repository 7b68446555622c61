import { describe } from '@jest/globals';
import { ADAPTERS } from '../adapters.js';
import { createAdapterContract } from './create-contract.js';
import { httpContract } from './http-contract.js';
import { mapContract } from './map-contract.js';
import { pullContract } from './pull-contract.js';
import { receiveContract } from './receive-contract.js';
import { writeContract } from './write-contract.js';

describe.each(Object.keys(ADAPTERS))('adapter of kind %s', (kind) => {
  createAdapterContract(kind);
  mapContract(kind);
  writeContract(kind);
  if (kind === 'grid-push') receiveContract(kind);
  else pullContract(kind);
  if (kind !== 'file-drop') httpContract(kind);
});
