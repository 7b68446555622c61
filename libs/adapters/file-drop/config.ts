import { IsIn, IsInt, IsNotEmpty, IsString, IsTimeZone, Max, Min } from 'class-validator';
import type { Charset } from '../formats/decode-text.js';
import { COORDINATE_SYSTEMS } from '../formats/to-wgs84.js';
import type { CoordinateSystem } from '../formats/to-wgs84.js';

/** Settings of a platform that drops files into a folder. */
export class FileDropSettings {
  /** Folder with `out/` (their files), `in/` (our answers) and `receipts/`. */
  @IsString()
  @IsNotEmpty()
  readonly dropDir: string;

  /** Rows of a page. */
  @IsInt()
  @Min(1)
  @Max(1000)
  readonly pageSize: number = 200;

  @IsIn(['gbk', 'gb18030', 'utf-8'])
  readonly charset: Charset = 'gbk';

  @IsIn(COORDINATE_SYSTEMS)
  readonly coordinates: CoordinateSystem = 'BD09';

  /** Zone of times that name none. */
  @IsTimeZone()
  readonly zone: string = 'Asia/Shanghai';

  /** Mapping table of the platform's categories. */
  @IsString()
  @IsNotEmpty()
  readonly categorySystem: string = 'ejia-service@1';
}
