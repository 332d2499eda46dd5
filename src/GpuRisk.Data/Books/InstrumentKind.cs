using GpuRisk.Data.Text;
using GpuRisk.Domain.Instruments;

namespace GpuRisk.Data.Books;

/// <summary>The column <c>kind</c> of <c>instruments.csv</c>.</summary>
internal enum InstrumentKind
{
    Spot,
    LinearOption,
    InverseOption,
    LinearFuture,
    InverseFuture,
    LinearPerpetual,
    InversePerpetual,
}

/// <summary>What each kind is, and which columns it has.</summary>
internal static class InstrumentKinds
{
    public static readonly Vocabulary<InstrumentKind> Words = new(
        (InstrumentKind.Spot, "spot"),
        (InstrumentKind.LinearOption, "linear-option"),
        (InstrumentKind.InverseOption, "inverse-option"),
        (InstrumentKind.LinearFuture, "linear-future"),
        (InstrumentKind.InverseFuture, "inverse-future"),
        (InstrumentKind.LinearPerpetual, "linear-perpetual"),
        (InstrumentKind.InversePerpetual, "inverse-perpetual"));

    public static readonly Vocabulary<OptionRight> Rights = new((OptionRight.Call, "call"), (OptionRight.Put, "put"));

    public static bool IsOption(InstrumentKind kind) => kind is InstrumentKind.LinearOption or InstrumentKind.InverseOption;

    public static bool IsFuture(InstrumentKind kind) => kind is InstrumentKind.LinearFuture or InstrumentKind.InverseFuture;

    public static bool HasExpiry(InstrumentKind kind) => IsOption(kind) || IsFuture(kind);

    public static bool HasReference(InstrumentKind kind) =>
        kind is not InstrumentKind.Spot && !IsOption(kind);

    public static Settlement SettlementOf(InstrumentKind kind) =>
        kind is InstrumentKind.InverseOption or InstrumentKind.InverseFuture or InstrumentKind.InversePerpetual
            ? Settlement.Inverse
            : Settlement.Linear;

    public static InstrumentKind Of(Instrument instrument) => instrument switch
    {
        Spot => InstrumentKind.Spot,
        Option { Settlement: Settlement.Inverse } => InstrumentKind.InverseOption,
        Option => InstrumentKind.LinearOption,
        Future { Settlement: Settlement.Inverse } => InstrumentKind.InverseFuture,
        Future => InstrumentKind.LinearFuture,
        Perpetual { Settlement: Settlement.Inverse } => InstrumentKind.InversePerpetual,
        Perpetual => InstrumentKind.LinearPerpetual,
        _ => throw new ArgumentException($"An instrument of type {instrument.GetType().Name} has no kind in a table.", nameof(instrument)),
    };
}
