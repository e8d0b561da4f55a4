import { useEffect, useRef } from 'react';

interface BlobPictureProps {
  bytes: Blob;
  /** The description for a screen reader. */
  label: string;
  className: string;
}

/** A square picture that is in memory only. The window's policy allows no picture address but its own files'. */
export function BlobPicture({ bytes, label, className }: BlobPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let isOver = false;
    const draw = async () => {
      const picture = await createImageBitmap(bytes);
      const place = canvas.current;
      if (!isOver && place !== null) {
        place.width = picture.width;
        place.height = picture.height;
        place.getContext('2d')?.drawImage(picture, 0, 0);
      }
      picture.close();
    };
    void draw();
    return () => {
      isOver = true;
    };
  }, [bytes]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className={`aspect-square shrink-0 rounded-2xl bg-white [image-rendering:pixelated] forced-color-adjust-none ${className}`}
    />
  );
}
