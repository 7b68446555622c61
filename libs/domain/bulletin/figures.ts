/**
 * What is counted of one week. Reports belong to the week in which the citizen spoke, whenever they reached us, so that a list
 * of past years is no news; everything else belongs to the week in which it happened or fell due. Each thing counts once, and
 * a week that is over stays as it was counted but for two things: operators who regroup reports, and cases that are sent back,
 * whose clock starts anew (`due` of open cases, `onTime` and `overdue` then lose what the run before said).
 */
export interface Figures {
  /** 受理诉求: reports that citizens made, those taken back later among them. */
  readonly received: number;
  /** 新立工单: those of them that opened a case. */
  readonly opened: number;
  /** 重复诉求: those of them that joined a case (并单, 转办), or opened one that repeats a closed one (再次反映). */
  readonly repeated: number;
  /** 派单: cases sent to a lead department; sent again counts again. */
  readonly dispatched: number;
  /** 退单: cases that a department gave back. */
  readonly returned: number;
  /** 应办结: cases handed in in the week, and those that fell due in it and were open still when it ended. */
  readonly due: number;
  /**
   * 办结: cases handed in in the week and not sent back (重办, 重新派遣) before it ended. What was solved on the spot (即办) or
   * closed without an answer was with no department, and counts in neither.
   */
  readonly resolved: number;
  /** 按时办结: those of the resolved that met the due time of their answer; one without a due time is not among them. */
  readonly onTime: number;
  /** 逾期: cases whose answer fell due in the week and was not handed in by then, whether it came later or not. */
  readonly overdue: number;
  /** 回访: answers of citizens who were asked whether they are served. */
  readonly asked: number;
  /** 满意: those who said that they are satisfied. */
  readonly satisfied: number;
}
export type Figure = keyof Figures;

/** What the figures are called in a bulletin, in its order. */
export const FIGURE_LABELS: Readonly<Record<Figure, string>> = {
  received: '受理诉求',
  opened: '新立工单',
  repeated: '重复诉求',
  dispatched: '派单',
  returned: '退单',
  due: '应办结',
  resolved: '办结',
  onTime: '按时办结',
  overdue: '逾期',
  asked: '回访',
  satisfied: '满意',
};

export const FIGURES = Object.keys(FIGURE_LABELS) as Figure[];

/** A week in which nothing happened. */
export const NO_FIGURES = Object.fromEntries(FIGURES.map((figure) => [figure, 0])) as Record<Figure, 0>;
