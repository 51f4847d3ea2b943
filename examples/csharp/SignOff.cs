// By source only: this example is neither built nor run by Plumbline's tests. It wants .NET 8 and libplumbline.so.1.
//
// Signs plans off in process: prints the outcome of each, and what a manager is asked.
//
//     dotnet run -- 2024-04-01 plan.xml
//
// Ends with 0 when all are clear, 1 when there are questions, 3 when one could not be judged, 2 on an error.
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Plumbline.Examples;

public enum Status { Ok = 0, BadCall = 1, BadRules = 2, BadPlan = 3, Failed = 4 }

public enum Mode { SignOff = 0, Audit = 1 }

public sealed class PlumblineException(Status status, string message) : Exception(message)
{
    public Status Status { get; } = status;
}

/// <summary>Rules and plugins, loaded. One is enough for a process; any thread may call Check. Dispose of it when no call
/// is under way.</summary>
public sealed class Engine : IDisposable
{
    private const string Library = "libplumbline.so.1";

    [StructLayout(LayoutKind.Sequential)]
    private struct Settings
    {
        public nuint Size;
        public nint Home, Plugins, Rules, RuleSet;
        public uint Workers;
    }

    [DllImport(Library)]
    private static extern Status plumbline_open(in Settings settings, out nint engine, out nint error);

    [DllImport(Library)]
    private static extern Status plumbline_check(nint engine, byte[] document, nuint length, Mode mode,
        [MarshalAs(UnmanagedType.LPUTF8Str)] string? asOf, out nint answer, out nint error);

    [DllImport(Library)]
    private static extern void plumbline_free(nint text);

    [DllImport(Library)]
    private static extern void plumbline_close(nint engine);

    private nint engine;

    public Engine(string ruleSet = "default")
    {
        var name = Marshal.StringToCoTaskMemUTF8(ruleSet);
        try
        {
            var settings = new Settings { Size = (nuint)Marshal.SizeOf<Settings>(), RuleSet = name };
            ThrowUnlessOk(plumbline_open(in settings, out engine, out var error), error);
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
        }
    }

    /// <summary>The answer to one plan; the day to judge by, today where there is none.</summary>
    public JsonDocument Check(byte[] document, Mode mode = Mode.SignOff, DateOnly? asOf = null)
    {
        ObjectDisposedException.ThrowIf(engine == 0, this);
        var status = plumbline_check(engine, document, (nuint)document.Length, mode, asOf?.ToString("yyyy-MM-dd"),
            out var answer, out var error);
        ThrowUnlessOk(status, error);
        return JsonDocument.Parse(Taken(answer));
    }

    public void Dispose()
    {
        plumbline_close(engine);
        engine = 0;
    }

    private static void ThrowUnlessOk(Status status, nint error)
    {
        if (status != Status.Ok) throw new PlumblineException(status, Taken(error));
    }

    /// <summary>A copy of text that is ours to free.</summary>
    private static string Taken(nint text)
    {
        var copy = Marshal.PtrToStringUTF8(text) ?? "no memory";
        plumbline_free(text);
        return copy;
    }
}

public static class SignOff
{
    public static int Main(string[] arguments)
    {
        if (arguments.Length < 2 || !DateOnly.TryParseExact(arguments[0], "yyyy-MM-dd", out var asOf))
        {
            Console.Error.WriteLine("usage: SignOff DAY PLAN.xml...");
            return 2;
        }
        var outcomes = new HashSet<string>();
        try
        {
            using var engine = new Engine();
            foreach (var file in arguments[1..])
            {
                using var answer = engine.Check(File.ReadAllBytes(file), asOf: asOf);
                outcomes.Add(Show(file, answer.RootElement));
            }
        }
        catch (Exception error) when (error is PlumblineException or IOException or DllNotFoundException)
        {
            Console.Error.WriteLine($"SignOff: {error.Message}");
            return 2;
        }
        return outcomes.Contains("could-not-judge") ? 3 : outcomes.Contains("questions") ? 1 : 0;
    }

    private static string Show(string file, JsonElement answer)
    {
        var outcome = answer.GetProperty("outcome").GetString()!;
        Console.WriteLine($"{file}: {outcome}");
        foreach (var question in answer.GetProperty("questions").EnumerateArray())
        {
            Console.WriteLine($"  {question.GetProperty("question").GetString()}");
            foreach (var about in question.GetProperty("about").EnumerateArray())
            {
                var quote = about.GetProperty("quote").GetString();
                Console.WriteLine($"    line {about.GetProperty("line")}" + (quote is "" ? "" : $": “{quote}”"));
            }
        }
        return outcome;
    }
}
