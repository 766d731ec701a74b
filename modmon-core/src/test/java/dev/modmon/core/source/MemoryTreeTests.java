package dev.modmon.core.source;

import java.util.Map;

class MemoryTreeTests implements SourceTreeContract {
    @Override
    public SourceTree treeOf(Map<String, byte[]> files) {
        MemoryTree tree = new MemoryTree();
        files.forEach(tree::with);
        return tree;
    }
}
