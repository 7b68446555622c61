import type { CaseNews } from './department-case.js';
import type { DepartmentWork } from './department-work.js';
import type { Errands } from './errands.js';
import type { DoorListener } from './webhook-door.js';

/** The departments' offices: whoever each message is for gets it. What asks for nothing is only read. */
export class DepartmentOffices implements DoorListener {
  constructor(
    private readonly work: DepartmentWork,
    private readonly errands: Errands,
    /** Told of each matter that was closed; a matter of several cases is told several times. */
    private readonly closed: (matterId: string) => void,
  ) {}

  told(department: string, type: string, news: CaseNews): void {
    this.work.heard(department, type, news);
    switch (type) {
      case 'case.dispatched':
        return this.work.dispatched(department, news);
      case 'case.reworked':
        return this.work.reworked(department, news);
      case 'case.suspended':
        return this.work.suspended(department, news);
      case 'case.extended':
      case 'case.request_refused':
      case 'case.resumed':
        return this.work.goesOn(department, news);
      case 'whistle.blown':
        return this.errands.whistled(department, news);
      case 'commitment.made':
        return this.errands.promised(department, news);
      case 'case.recalled':
      case 'case.merged':
        this.work.ended(department, news, false);
        return;
      case 'case.closed': {
        const matterId = this.work.ended(department, news, true);
        if (matterId !== undefined) this.closed(matterId);
      }
    }
  }
}
