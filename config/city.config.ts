import { IsOptional, IsString, IsUrl } from 'class-validator';

/** The simulated city of the demo. */
export class CityAddressConfig {
  static readonly variables = { url: 'CITY_URL', dropDir: 'CITY_DROP_DIR' };

  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  url = 'http://127.0.0.1:8091';

  /** Absent: a folder below the data folder. */
  @IsOptional()
  @IsString()
  dropDir?: string;
}
