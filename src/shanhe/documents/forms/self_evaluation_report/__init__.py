"""The self-evaluation report (绩效自评报告), chapters 一 to 五, as official paper."""
