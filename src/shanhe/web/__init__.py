"""Pages and the interface for machines; they ask ``app`` and show what it says."""
