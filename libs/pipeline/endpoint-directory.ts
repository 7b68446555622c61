import { callbackKeys } from '#domain/delivery/endpoint.js';
import type { Endpoint } from '#domain/delivery/endpoint.js';
import type { EndpointHealth } from '#domain/delivery/endpoint-health.js';
import type { Clock } from '#domain/ports/clock.js';
import { DepartmentSecrets } from '#domain/ports/department-secrets.js';
import type { EndpointBook } from '#domain/ports/endpoint-book.js';

/**
 * The endpoints as this process knows them: read again every little while, since any process may change them. What expires
 * does so by the clock, whether or not the database can be read.
 */
export class EndpointDirectory extends DepartmentSecrets {
  private byDepartment: ReadonlyMap<string, Endpoint> = new Map();
  private readonly health = new Map<string, EndpointHealth>();

  constructor(
    private readonly book: EndpointBook,
    private readonly clock: Clock,
  ) {
    super();
  }

  /** Reads all of them. */
  async refresh(): Promise<void> {
    const endpoints = await this.book.all();
    this.byDepartment = new Map(endpoints.map((endpoint) => [endpoint.department, endpoint]));
    this.health.clear();
  }

  find(department: string): Endpoint | undefined {
    return this.byDepartment.get(department);
  }

  override of(department: string): readonly string[] | undefined {
    const endpoint = this.find(department);
    return endpoint && callbackKeys(endpoint, this.clock.now());
  }

  /** As last read, or as this process has noted since. */
  healthOf(endpoint: Endpoint): EndpointHealth {
    return this.health.get(endpoint.department) ?? endpoint.health;
  }

  /** What this process found out itself, until the endpoints are read again. */
  remember(endpoint: Endpoint, health: EndpointHealth): void {
    this.health.set(endpoint.department, health);
  }
}
