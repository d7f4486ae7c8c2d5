"""Is each reference real, and the paper that it says? Looked up in exports of databases."""
