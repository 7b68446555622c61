import type { Duty } from '../duty.js';

const GRANTED = 0.8;

/** 延期审批, 挂账审批: most requests are granted. */
export function decideRequests(): Duty {
  return {
    name: 'requestsDecided',
    onlyStill: true,
    isFor: ({ status }) => status === 'handling',
    decide: ({ page, luck }) => {
      const { request } = page.case.proceedings;
      if (request === undefined) return undefined;
      if (luck('request').chance(GRANTED)) return { command: 'grant-request', because: '情况属实，同意' };
      return { command: 'refuse-request', because: '理由不充分，请按期办理' };
    },
  };
}
