package carequeue.adapter.secrets;

/** A value that stands in a setting itself: there is no other until the next start. */
record GivenSecret(String value) implements SecretStore {

    @Override
    public String source() {
        return "setting";
    }

    @Override
    public Stored read(String name) {
        return new Stored(new Stored.Version(value, EnvironmentSecrets.GIVEN, null), null);
    }

    /** Never the value. */
    @Override
    public String toString() {
        return "[secret]";
    }
}
