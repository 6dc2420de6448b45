package atlas.infra.wiring;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Function;

/** What the code itself makes of environment variables. Its classes are reached by name, since nothing here may import them. */
final class CodeSettings {
    private final Object settings;

    private CodeSettings(Object settings) {
        this.settings = settings;
    }

    /** @throws AssertionError with the server's own words if it refuses a variable */
    static CodeSettings ofServer(Function<String, String> variables) {
        Class<?> environment = BuiltJar.SERVER.load("atlas.containers.Environment");
        return new CodeSettings(call(() -> {
            Constructor<?> constructor = open(environment.getDeclaredConstructor(Function.class));
            return open(BuiltJar.SERVER.load("atlas.containers.ServerSettings").getDeclaredMethod("from", environment))
                    .invoke(null, constructor.newInstance(variables));
        }));
    }

    /** @throws AssertionError with the function's own words if it refuses a variable */
    static CodeSettings ofFunction(Function<String, String> variables) {
        return ofFunction("atlas.functions.FunctionSettings", variables);
    }

    /** @throws AssertionError with the words of the function that an event starts if it refuses a variable */
    static CodeSettings ofTrigger(Function<String, String> variables) {
        return ofFunction("atlas.functions.TriggerSettings", variables);
    }

    private static CodeSettings ofFunction(String type, Function<String, String> variables) {
        return new CodeSettings(call(() -> open(BuiltJar.FUNCTIONS.load(type).getDeclaredMethod("from", Function.class))
                .invoke(null, variables)));
    }

    /** A component of the record, and so on into it. */
    Object read(String... path) {
        Object value = settings;
        for (String component : path) {
            Object record = value;
            value = call(
                    () -> open(record.getClass().getDeclaredMethod(component)).invoke(record));
        }
        return value;
    }

    /** Whether a request is let in, by the caller's address or by the edge's header. */
    boolean admits(String address, String edgeHeader) {
        Object admission = read("admission");
        return (boolean) call(() -> {
            Method admits = admission.getClass().getDeclaredMethod("admits", String.class, String.class);
            return open(admits).invoke(admission, address, edgeHeader);
        });
    }

    private interface Reflection {
        Object run() throws ReflectiveOperationException;
    }

    private static Object call(Reflection reflection) {
        try {
            return reflection.run();
        } catch (InvocationTargetException refused) {
            throw new AssertionError(refused.getCause().getMessage(), refused.getCause());
        } catch (ReflectiveOperationException changed) {
            throw new AssertionError("the code's settings are no longer where this test looks for them", changed);
        }
    }

    private static <T extends AccessibleObject> T open(T member) {
        member.setAccessible(true);
        return member;
    }
}
