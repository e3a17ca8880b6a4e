package io.eicbridge.directory;

/** An entitlement that has its key and its value, ready to be stored; a placeholder has neither value nor content. */
record ValuedEntitlement(long key, String id, String value, String attributes, byte[] hash) {
    static ValuedEntitlement of(long key, EntitlementRecord record, String value) {
        String attributes = AttributesJson.of(record.attributes());
        byte[] hash = ContentHash.of(record.id(), value, record.attributes());
        return new ValuedEntitlement(key, record.id(), value, attributes, hash);
    }

    static ValuedEntitlement placeholder(long key, String id) {
        return new ValuedEntitlement(key, id, null, null, null);
    }
}
