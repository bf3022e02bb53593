"""Tables of documents by day (文件时序表) and of steps with deadlines (进度节点表), read."""
