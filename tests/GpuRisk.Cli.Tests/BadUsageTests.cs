namespace GpuRisk.Cli.Tests;

/// <summary>Command lines that are wrong: one line each that names the option and what it takes.</summary>
public sealed class BadUsageTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    [Theory]
    [InlineData("", "a command is missing; expected one of: run, calibrate, price, verify, devices, compare, sample, convert, import.")]
    [InlineData("frobnicate", "'frobnicate' is no command of gpurisk; expected one of: run, calibrate, price, verify, devices, compare, sample, convert, import.")]
    [InlineData("import", "a command is missing; expected one of: deribit.")]
    [InlineData("import nasdaq", "'nasdaq' is no command of gpurisk import; expected one of: deribit.")]
    [InlineData("run", "Required argument missing for command: 'run'.")]
    [InlineData("run --bogus", "--bogus is no option here; a path that begins with - is written ./--bogus.")]
    [InlineData("run book extra", "Unrecognized command or argument 'extra'.")]
    [InlineData("run book --bogus", "Unrecognized command or argument '--bogus'.")]
    [InlineData("run book --model x", "--model x: expected one of gaussian, student-t, historical, filtered-historical, stressed, mixture, or the file of a model.")]
    [InlineData("run book --model Gaussian", "--model Gaussian: expected one of gaussian, student-t, historical, filtered-historical, stressed, mixture, or the file of a model.")]
    [InlineData("calibrate book --model levy", "--model levy: expected gaussian or student-t or historical or filtered-historical or stressed or mixture.")]
    [InlineData("calibrate book --horizon 0", "--horizon 0: expected a whole number from 1 to 250.")]
    [InlineData("run book --sampling sobol", "--sampling sobol: expected plain or antithetic or quasi-random or importance.")]
    [InlineData("run book --sampling importance", "the options do not fit the book's settings: simulation.sampling.method: method 'importance' leads the scenarios towards the losses of one account; --net or --account NAME of gpurisk run, or \"net\": true or \"account\": \"NAME\" in the section simulation of book.json, is expected beside it.")]
    [InlineData("run book --sampling antithetic --model filtered-historical", "the options do not fit the book's settings: simulation.sampling.method: method 'antithetic' does not apply to filtered-historical scenarios; plain, or a gaussian or student-t model, is expected.")]
    [InlineData("run book --sampling quasi-random --scenarios 20", "20 scenarios are too few for 16 randomisations; expected 32 at least.")]
    [InlineData("run book --model mixture", "the options do not fit the book's settings: simulation.model: model is 'mixture' and no parts are given; they are expected in the section simulation of book.json, such as \"mixture\": [{\"model\": \"gaussian\", \"weight\": 0.7}, {\"model\": \"historical\", \"weight\": 0.3}].")]
    [InlineData("run book --model historical --sampling plain", "--sampling would have no effect: historical scenarios are those of the history; leave it out.")]
    [InlineData("run book --net --account A1", "the options do not fit the book's settings: simulation.account: account 'A1' is given and net makes the whole book one account; one of the two is expected.")]
    [InlineData("run book --account nobody", "--account nobody: not in the book; expected the name of one of its accounts.")]
    [InlineData("run book --net --accounts A1", "--accounts A1: not in the book; expected names of its accounts.")]
    [InlineData("run book --accelerator tpu", "--accelerator tpu: expected auto, cpu, opencl, opencl:N, cuda or cuda:N, N from 0 to 999.")]
    [InlineData("verify book --accelerator cuda:x", "--accelerator cuda:x: expected auto, cpu, opencl, opencl:N, cuda or cuda:N, N from 0 to 999.")]
    [InlineData("run book --precision single", "--precision single: expected double or mixed.")]
    [InlineData("compare book --precision double,half", "--precision half: expected double or mixed.")]
    [InlineData("compare book --precision ,", "--precision: the list is empty; expected double, mixed, or both separated by a comma.")]
    [InlineData("compare book --accelerators ,", "--accelerators: the list is empty; expected auto, cpu, opencl, opencl:N, cuda or cuda:N, N from 0 to 999, separated by commas.")]
    [InlineData("compare book --accelerators cpu,auto", "--accelerators auto: expected names of devices; leave the option out to compare all of them.")]
    [InlineData("compare book --json --csv", "--json and --csv: expected one of the two.")]
    [InlineData("devices book", "Unrecognized command or argument 'book'.")]
    [InlineData("run book --scenarios 0", "--scenarios 0: expected a whole number from 1 to 100000000, or a CSV or Arrow file of shocks.")]
    [InlineData("run book --scenarios -5", "--scenarios -5: expected a whole number from 1 to 100000000, or a CSV or Arrow file of shocks.")]
    [InlineData("run book --scenarios 1e6", "--scenarios 1e6: expected a whole number from 1 to 100000000, or a CSV or Arrow file of shocks.")]
    [InlineData("run book --scenarios 100000001", "--scenarios 100000001: expected a whole number from 1 to 100000000, or a CSV or Arrow file of shocks.")]
    [InlineData("run book --seed -1", "--seed -1: expected a whole number from 0 to 18446744073709551615.")]
    [InlineData("run book --seed 18446744073709551616", "--seed 18446744073709551616: expected a whole number from 0 to 18446744073709551615.")]
    [InlineData("run book --horizon 251", "--horizon 251: expected a whole number from 1 to 250.")]
    [InlineData("run book --threads 0 --tile x", "--threads 0: expected a whole number from 1 to 1024.", "--tile x: expected a whole number from 1 to 1048576.")]
    [InlineData("run book --model historical --seed 3", "--seed would have no effect: historical scenarios are those of the history; leave it out.")]
    [InlineData("run book --model historical --scenarios 9 --seed 3", "--scenarios, --seed would have no effect: historical scenarios are those of the history; leave them out.")]
    [InlineData("run book --memory 1.5", "--memory 1.5: expected a whole number from 1 to 16777216.")]
    [InlineData("run book --threads", "Required argument missing for option: '--threads'.")]
    [InlineData("run book --seed 1 --seed 2", "Option '--seed' expects a single argument but 2 were provided.")]
    [InlineData("run book --accounts ,", "--accounts: the list is empty; expected names separated by commas.")]
    [InlineData("run book --accounts A1,nobody", "--accounts nobody: not in the book; expected names of its accounts.")]
    [InlineData("sample new --accounts 0", "--accounts 0: expected a whole number from 1 to 10000000.")]
    [InlineData("sample new --history 29", "--history 29: expected a whole number from 30 to 20000.")]
    [InlineData("sample new --underlyings 1001", "--underlyings 1001: expected a whole number from 1 to 1000.")]
    [InlineData("sample new --instruments 9", "--instruments 9: expected a whole number from 10 to 1000000.")]
    [InlineData("sample new --instruments 29", "--instruments and --underlyings do not fit together: 29 instruments: expected 30 to 1000000.")]
    [InlineData("import deribit chain.csv --out new", "Option '--history' is required.")]
    [InlineData("import deribit chain.csv --history spot:BTC=x.csv", "Option '--out' is required.")]
    [InlineData("import deribit chain.csv --out new --history BTC-USD.csv", "--history BTC-USD.csv is not understood; expected FACTOR=FILE, such as spot:BTC=BTC-USD.csv.")]
    [InlineData("import deribit chain.csv --out new --history spot:BTC=", "--history spot:BTC= is not understood; expected FACTOR=FILE, such as spot:BTC=BTC-USD.csv.")]
    [InlineData("import deribit chain.csv --out new --history price:BTC=x.csv", "--history price:BTC=x.csv is not understood; expected FACTOR=FILE, such as spot:BTC=BTC-USD.csv.")]
    [InlineData("import deribit chain.csv --out new --history spot:BTC=x.csv --missing fill", "--missing fill: expected reject or drop.")]
    public void A_command_line_that_is_wrong_is_explained(string arguments, params string[] expected)
    {
        SoundBook.WriteTo(place);
        string[] before = place.Inventory();
        Outcome outcome = Gpurisk.Run(new Start { Arguments = arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), Folder = place.Path });
        Refusal.IsBadUsage(outcome, expected);
        Assert.Equal(before, place.Inventory());
    }

    [Theory]
    [InlineData("<book> is empty; expected the name of a file or folder.", "run", "")]
    [InlineData("<result> is empty; expected the name of a file or folder.", "verify", "")]
    [InlineData("<folder> is empty; expected the name of a file or folder.", "sample", "")]
    [InlineData("--out: the name is empty; expected the name of a file or folder.", "run", "book", "--out", "")]
    [InlineData("--scenarios : expected a whole number from 1 to 100000000, or a CSV or Arrow file of shocks.", "run", "book", "--scenarios", "")]
    [InlineData("--accounts x\\u001b[31m\\u000ay: not in the book; expected names of its accounts.", "run", "book", "--accounts", "x\u001b[31m\ny")]
    public void Empty_and_unprintable_texts_are_explained(string expected, params string[] arguments)
    {
        SoundBook.WriteTo(place);
        Refusal.IsBadUsage(Gpurisk.Run(new Start { Arguments = arguments, Folder = place.Path }), expected);
        Assert.Equal(["book"], place.Entries());
    }

    [Fact]
    public void A_memory_budget_that_is_too_small_says_how_much_it_takes()
    {
        Outcome outcome = Gpurisk.Run(new Start { Arguments = ["run", SampleRun.Book, "--scenarios", "100000", "--memory", "1", "--out", "result"], Folder = place.Path });
        Assert.Equal(2, outcome.ExitCode);
        Assert.Matches(@"^gpurisk: \d+ MiB are needed for 60 accounts, 250 instruments and tiles of \d+ scenarios, and the budget is 1 MiB; raise --memory or lower --scenarios\.\n$", outcome.Error);
        Assert.Empty(place.Entries());
    }

    public void Dispose() => place.Dispose();
}
